export { type Compared, compareDiagram } from './compare.js';
export { DIAGRAMS, type Diagram, type DiagramBox, labelsOf } from './diagram.js';
