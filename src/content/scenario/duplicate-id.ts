import { decode } from '../problems/decode.js';
import { harmlessLine } from '../problems/harmless.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { sourceText } from '../problems/source-text.js';
import { locate } from '../yaml/locate.js';
import { plant } from '../yaml/plant.js';
import { readSyntax } from '../yaml/syntax.js';

/**
 * The problem of a file whose id another one has already.
 *
 * @param input a file that loads
 * @param other the file with the same id
 */
export function duplicateId(input: Uint8Array | string, fileName: string, id: string, other: string): Problem {
	const message = `the id ${id} is that of ${harmlessLine(other)} too; expected each once`;
	const help = 'Give one of them another id, and its file the same name.';
	const decoded = decode(input);
	const source = sourceText(fileName, decoded.ok ? decoded.text : '');
	const syntax = readSyntax(source);
	const whole = fileProblem(fileName, message, help);
	if (!syntax.ok || syntax.root === null) return whole;
	const place = locate(plant(syntax.root, source).tree, ['id']);
	return toProblems(source, [{ ...place, message, help }])[0] ?? whole;
}
