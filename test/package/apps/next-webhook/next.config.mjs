// Turbopack reads nothing outside this folder, and Next itself is a link to elsewhere in it. It would also take the paths of
// a tsconfig.json further up for this app's, and build the library's sources: jsconfig.json is here to be found first.
const root = process.env.LINKS_WITHIN;
export default { outputFileTracingRoot: root, turbopack: { root } };
