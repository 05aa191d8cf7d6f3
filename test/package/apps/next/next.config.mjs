// Turbopack reads nothing outside this folder, and Next itself is a link to elsewhere in it.
const root = process.env.LINKS_WITHIN;
export default { outputFileTracingRoot: root, turbopack: { root } };
