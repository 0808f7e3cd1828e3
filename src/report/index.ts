export { CATALOGUE_FORMATS, type CatalogueFormat, catalogue } from './catalogue.js';
export { HANDOUT_FORMATS, type HandoutFormat, handout } from './handout.js';
export { FORMATS, type Format, type ReportInput, report } from './report.js';
export { REVIEW_FORMATS, type ReviewFormat, type ReviewInput, reviewArtifact } from './review/index.js';
