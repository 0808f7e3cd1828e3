/** Failure shapes to be recognised from fresh tables, and mended. */

export type { CaseArtifact, DiagnosisCase, Shape } from './case.js';
export { diagnosisCase } from './diagnosis-case.js';
export { SHAPES, shapeOf } from './shapes.js';
