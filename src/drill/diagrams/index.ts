export { compareDiagram, type DiagramResult } from './compare.js';
export { DIAGRAMS, type Diagram, type DiagramBox, sortedLabels } from './diagram.js';
