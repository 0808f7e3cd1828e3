import { decode } from '../problems/decode.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { createSourceText } from '../problems/source-text.js';
import { locate } from '../yaml/locate.js';
import { toPlainTree } from '../yaml/plain-tree.js';
import { parseYaml } from '../yaml/syntax.js';

/**
 * Returns a problem at the id of a scenario or deck.
 *
 * @param input a file that loads
 */
export function idProblem(input: Uint8Array | string, fileName: string, message: string, help: string): Problem {
	const decoded = decode(input);
	const source = createSourceText(fileName, decoded.ok ? decoded.text : '');
	const syntax = parseYaml(source);
	const withoutPlace = fileProblem(fileName, message, help);
	if (!syntax.ok || syntax.root === null) return withoutPlace;
	const place = locate(toPlainTree(syntax.root, source).tree, ['id']);
	return toProblems(source, [{ ...place, message, help }])[0] ?? withoutPlace;
}
