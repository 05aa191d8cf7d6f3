/** Reference pages: long tables, which are in the repository and in the package. */
const NOT_SHOWN = ['compatibility', 'failure-modes', 'message-spoofing', 'architecture', 'accessibility', 'size'];

/** Returns the text with links that lead to pages of the Storybook, and without links to files that are not in it. */
export const toStorybook = (text: string): string =>
  text
    // The links to the next page: the sidebar has them.
    .replace(/\n---\n\n\[[^\n]*\n$/, '\n')
    // The README's badges lead to files.
    .replace(/^\[!\[.*\n+/m, '')
    .replaceAll('](docs/images/', '](images/')
    .replace(/\]\((?:\.\.\/)+README(?:\.ko)?\.md[^)]*\)/g, '](?path=/docs/guides-readme--docs)')
    .replace(/(?<!!)\[((?:`[^`]*`|[^\]`])*)\]\((?!https?:|#|\?)([^)]*)\)/g, (_, label: string, target: string) => {
      const page = /^(?:\.\.\/|docs\/|docs\/ko\/)?([a-z-]+)\.md/.exec(target)?.[1];
      return page && !NOT_SHOWN.includes(page) ? `[${label}](?path=/docs/guides-${page}--docs)` : label;
    });
