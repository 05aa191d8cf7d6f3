// Turbopack reads only files in this folder, and Next.js itself is a link to another folder. It would also apply the paths
// of a tsconfig.json further up and build the library's sources: the jsconfig.json here is found first.
const root = process.env.LINKS_WITHIN;
// With cacheComponents Next.js refuses a page that reads the clock while it renders.
export default { cacheComponents: true, outputFileTracingRoot: root, turbopack: { root } };
