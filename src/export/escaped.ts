/** Text that somebody wrote, for Markdown: it cannot open a tag, a link or a column, and calls nobody. */
export { markdownSpan as escaped } from '../text/visible.js';
