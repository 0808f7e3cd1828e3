export { CATALOGUE_FORMATS, type CatalogueFormat, catalogue } from './catalogue.js';
export { FORMATS, type Format, type ReportInput, report } from './report.js';
