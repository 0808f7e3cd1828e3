export { describeProblem, readScenarioFile } from './scenario-file.js';
export { OPENING, SHIPPED } from './shipped.js';
export { yamlFiles } from './yaml-files.js';
