export { catalogue } from './catalogue.js';
export type { CatalogueFormat, Format, HandoutFormat, ReportInput, ReviewFormat } from './formats.js';
export { handout } from './handout.js';
export { report } from './report.js';
export { type ReviewInput, reviewArtifact } from './review/index.js';
