/** A failure shape with fresh figures, to be named from its tables and mended in the lab. Pure: seeds come in. */

export type { CaseArtifact, DiagnosisCase, Shape } from './case.js';
export { diagnosisCase } from './diagnosis-case.js';
export { SHAPES } from './shapes.js';
