import { decode } from '../problems/decode.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { sourceText } from '../problems/source-text.js';
import { locate } from '../yaml/locate.js';
import { plant } from '../yaml/plant.js';
import { readSyntax } from '../yaml/syntax.js';

/**
 * Returns a problem at the id of a scenario or deck.
 *
 * @param input a file that loads
 */
export function idProblem(input: Uint8Array | string, fileName: string, message: string, help: string): Problem {
	const decoded = decode(input);
	const source = sourceText(fileName, decoded.ok ? decoded.text : '');
	const syntax = readSyntax(source);
	const withoutPlace = fileProblem(fileName, message, help);
	if (!syntax.ok || syntax.root === null) return withoutPlace;
	const place = locate(plant(syntax.root, source).tree, ['id']);
	return toProblems(source, [{ ...place, message, help }])[0] ?? withoutPlace;
}
