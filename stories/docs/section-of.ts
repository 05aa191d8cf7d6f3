/** Returns the text below a heading of the second level, up to the next one or to the links to the neighboring pages. */
export function sectionOf(page: string, heading: string): string {
  const lines = page.split('\n');
  const start = lines.indexOf(`## ${heading}`) + 1;
  if (start === 0) throw new Error(`The page has no section called ${heading}.`);
  let isCode = false;
  const length = lines.slice(start).findIndex((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return !isCode && (line.startsWith('## ') || line === '---');
  });
  return lines
    .slice(start, length < 0 ? undefined : start + length)
    .join('\n')
    .trim();
}
