export { plainMarkdown, renderMarkdown, withoutOwnLinks } from './markdown.js';
