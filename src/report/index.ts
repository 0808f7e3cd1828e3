export { FORMATS, type Format, type ReportInput, report } from './report.js';
