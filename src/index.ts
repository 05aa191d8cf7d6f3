'use client';
export { InsteadError, isInsteadError } from './errors.ts';
