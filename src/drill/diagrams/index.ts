export { type Compared, compareDiagram, fills } from './compare.js';
export { DIAGRAMS, type Diagram, type DiagramBox, labelsOf } from './diagram.js';
