import { decode } from './decode.js';
import { fileProblem, type Problem, toProblems } from './problem.js';
import { sourceText } from './source-text.js';

/**
 * Something wrong with the id of a file that loads, of whatever kind: at the line that says it, which stands in the
 * head of a lesson and at the top of anything else.
 */
export function idProblem(input: Uint8Array | string, fileName: string, message: string, help: string): Problem {
	const decoded = decode(input);
	const source = sourceText(fileName, decoded.ok ? decoded.text : '');
	const [said, before = '', id = ''] = ID.exec(source.text) ?? [];
	const whole = fileProblem(fileName, message, help);
	if (said === undefined) return whole;
	const start = source.text.indexOf(said) + before.length;
	return toProblems(source, [{ start, end: start + id.length, message, help }])[0] ?? whole;
}

/** Also in a file whose whole content stands in braces. */
const ID = /((?:^|[{,])[ \t]*["']?id["']?:[ \t]*["']?)([\w-]+)/m;
