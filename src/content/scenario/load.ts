import { explain } from '../explain/explain.js';
import { misspeltFields } from '../explain/misspelt.js';
import { judgedAsWritten } from '../explain/union-issues.js';
import { decode } from '../problems/decode.js';
import { blanked } from '../problems/harmless.js';
import { type Finding, fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { type SourceText, sourceText } from '../problems/source-text.js';
import { unsafeFindings } from '../problems/unsafe-findings.js';
import { locate, locateName, type Path } from '../yaml/locate.js';
import { plant } from '../yaml/plant.js';
import { readSyntax } from '../yaml/syntax.js';
import type { Tree } from '../yaml/tree.js';
import { clean } from './clean.js';
import type { ScenarioDocument } from './document.js';
import { modelBreaches } from './model-problems.js';
import { rawScenario } from './raw/scenario.js';
import { breaches } from './rules/index.js';
import { unproved } from './unproved.js';

/** A scenario, whole and computable, or everything that keeps it from being one. */
export type LoadedScenario =
	| { readonly ok: true; readonly document: ScenarioDocument }
	| {
			readonly ok: false;
			readonly problems: readonly Problem[];
			/** What can be computed all the same: its claims are all that is wrong with it, and its figures say why. */
			readonly document: ScenarioDocument | null;
	  };

/**
 * Reads a scenario file that anybody may have written. Never throws; no text in the problems carries a
 * control character, the file's name included.
 *
 * @param input the file's bytes, or its text
 * @param fileName as the problems should call it
 */
export function loadScenario(input: Uint8Array | string, fileName: string): LoadedScenario {
	const decoded = decode(input);
	if (!decoded.ok)
		return { ok: false, problems: [fileProblem(fileName, decoded.message, decoded.help)], document: null };
	const source = sourceText(fileName, decoded.text);
	const unsafe = unsafeFindings(source);
	// Offsets hold in the blanked text, and no control character can mean something to the parser.
	const syntax = readSyntax({ ...source, text: blanked(source.text) });
	if (!syntax.ok) return refused(source, [...unsafe, ...syntax.findings]);
	if (syntax.root === null) return refused(source, [...unsafe, EMPTY]);
	const { tree, findings, exhausted } = plant(syntax.root, source);
	// What an alias bomb would hold is of no interest.
	if (exhausted) return refused(source, [...unsafe, ...findings]);
	if (tree.fields === null) return refused(source, [...unsafe, ...findings, notAGroup(tree)]);
	return check(source, tree, [...unsafe, ...findings]);
}

function check(source: SourceText, tree: Tree, before: readonly Finding[]): LoadedScenario {
	const parsed = rawScenario.safeParse(tree.value);
	const issues = parsed.success ? [] : judgedAsWritten(parsed.error.issues, tree.value);
	const isMisspelt = misspeltFields(rawScenario, issues, tree.value);
	const between = [...breaches(tree.value), ...modelBreaches(tree.value, issues)]
		.filter(({ path }) => !isMisspelt(path))
		.map(
			({ path, message, help, name }): Finding => ({
				...(name ? locateName(tree, path) : locate(tree, path)),
				message,
				help,
			}),
		);
	const schema = withoutExplained(
		issues.filter(({ path }) => !isMisspelt(path as Path)).flatMap((issue) => explain(issue, tree, A_SCENARIO)),
		before,
	);
	const findings = [...before, ...schema, ...between];
	if (findings.length > 0 || !parsed.success) return refused(source, findings);
	const document = clean(parsed.data);
	// Only a file that can be computed can be held to what it claims.
	const claims = unproved(document).map(({ path, message, help }) => ({ ...locate(tree, path), message, help }));
	return claims.length > 0 ? refused(source, claims, document) : { ok: true, document };
}

function refused(
	source: SourceText,
	findings: readonly Finding[],
	document: ScenarioDocument | null = null,
): LoadedScenario {
	return { ok: false, problems: toProblems(source, findings), document };
}

const A_SCENARIO = { schema: rawScenario, name: 'a scenario' };

const EMPTY: Finding = {
	start: 0,
	end: 1,
	message: 'the file is empty; expected a scenario',
	help: 'Start from a copy of a scenario that works, such as week-31.',
};

function notAGroup({ start, end, items }: Tree): Finding {
	const found = items ? 'a list' : 'a single value';
	return {
		start,
		end,
		message: `the file is ${found}; expected a scenario: fields such as id, title, prices, segments`,
		help: 'Start from a copy of a scenario that works, such as week-31.',
	};
}

// A value that was refused already is not refused again for what was put in its place.
function withoutExplained(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
	const taken = before.map(({ start }) => start).sort((a, b) => a - b);
	let next = 0;
	return [...findings]
		.sort((a, b) => a.start - b.start)
		.filter(({ start, end }) => {
			while ((taken[next] ?? Number.POSITIVE_INFINITY) < start) next += 1;
			return (taken[next] ?? Number.POSITIVE_INFINITY) >= Math.max(end, start + 1);
		});
}
