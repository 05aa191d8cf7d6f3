export const runtime = 'nodejs';
export { GET, HEAD } from '../../../webhook.js';
