/** Diagnosis cases: a failure shape to recognise from freshly drawn tables, and to mend. */

export type { CaseArtifact, DiagnosisCase, Shape } from './case.js';
export { diagnosisCase } from './diagnosis-case.js';
export { SHAPES, shapeOf } from './shapes.js';
