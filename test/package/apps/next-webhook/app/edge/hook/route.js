export const runtime = 'edge';
export { GET, HEAD } from '../../../webhook.js';
