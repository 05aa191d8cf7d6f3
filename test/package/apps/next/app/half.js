'use client';
const { PayButton } = require('react-instead-pay');

export const Half = () => <PayButton request={() => Promise.reject(new Error('nothing to sell'))} />;
