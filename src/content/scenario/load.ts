import { explain } from '../explain/explain.js';
import { misspeltFieldTest } from '../explain/misspelt-fields.js';
import { resolveUnionIssues } from '../explain/union-issues.js';
import { decode } from '../problems/decode.js';
import type { Finding } from '../problems/finding.js';
import { fileProblem, type Problem, toProblems } from '../problems/problem.js';
import { createSourceText, type SourceText } from '../problems/source-text.js';
import { unsafeFindings } from '../problems/unsafe-findings.js';
import { blankUnsafe } from '../problems/unsafe-text.js';
import { locate, locateName, type Path } from '../yaml/locate.js';
import { toPlainTree } from '../yaml/plain-tree.js';
import { parseYaml } from '../yaml/syntax.js';
import type { Tree } from '../yaml/tree.js';
import { toDocument } from './clean.js';
import type { ScenarioDocument } from './document.js';
import { findDoubts } from './doubts/index.js';
import { checkModel } from './model-problems.js';
import { rawScenario } from './raw/scenario.js';
import { checkRules } from './rules/index.js';
import type { RuleViolation } from './rules/rule.js';
import { findUnprovedClaims } from './unproved-claims.js';

/** A valid scenario, or every problem of the file. */
export type LoadedScenario =
	| {
			readonly ok: true;
			readonly document: ScenarioDocument;
			/** Returns what is valid but looks like a mistake; computed on demand. */
			readonly warnings: () => readonly Problem[];
	  }
	| {
			readonly ok: false;
			readonly problems: readonly Problem[];
			/** The document if only its claims do not hold, so that its figures can show why; else null. */
			readonly document: ScenarioDocument | null;
	  };

/**
 * Loads a scenario from an untrusted file. Never throws; no text in the problems contains a control character, not even
 * the file name.
 *
 * @param input the file's bytes, or its text
 * @param fileName name of the file in the problems
 */
export function loadScenario(input: Uint8Array | string, fileName: string): LoadedScenario {
	const decoded = decode(input);
	if (!decoded.ok)
		return { ok: false, problems: [fileProblem(fileName, decoded.message, decoded.help)], document: null };
	const source = createSourceText(fileName, decoded.text);
	const unsafe = unsafeFindings(source);
	// Blanking keeps offsets, and no control character can affect the parser.
	const syntax = parseYaml({ ...source, text: blankUnsafe(source.text) });
	if (!syntax.ok) return refuse(source, [...unsafe, ...syntax.findings]);
	if (syntax.root === null) return refuse(source, [...unsafe, EMPTY]);
	const { tree, findings, exhausted } = toPlainTree(syntax.root, source);
	// Do not evaluate an alias bomb any further.
	if (exhausted) return refuse(source, [...unsafe, ...findings]);
	if (tree.fields === null) return refuse(source, [...unsafe, ...findings, notAGroup(tree)]);
	return check(source, tree, [...unsafe, ...findings]);
}

function check(source: SourceText, tree: Tree, earlier: readonly Finding[]): LoadedScenario {
	const parsed = rawScenario.safeParse(tree.value);
	const issues = parsed.success ? [] : resolveUnionIssues(parsed.error.issues, tree.value);
	const isMisspelt = misspeltFieldTest(rawScenario, issues, tree.value);
	const ruleFindings = [...checkRules(tree.value), ...checkModel(tree.value, issues)]
		.filter(({ path }) => !isMisspelt(path))
		.map((breach) => toFinding(tree, breach));
	const schemaFindings = issues
		.filter(({ path }) => !isMisspelt(path as Path))
		.flatMap((issue) => explain(issue, tree, A_SCENARIO, source));
	const findings = [...earlier, ...dropExplained([...schemaFindings, ...ruleFindings], earlier)];
	if (findings.length > 0 || !parsed.success) return refuse(source, findings);
	const document = toDocument(parsed.data);
	// Claims can be tested only if the scenario can be computed.
	const claims = findUnprovedClaims(document).map((breach) => toFinding(tree, breach));
	if (claims.length > 0) return refuse(source, claims, document);
	const warnings = (): readonly Problem[] => {
		const found = findDoubts(document).map((breach) => toFinding(tree, breach));
		return toProblems(source, found).map((problem) => ({ ...problem, isWarning: true }));
	};
	return { ok: true, document, warnings };
}

const toFinding = (tree: Tree, { path, message, help, name }: RuleViolation): Finding => ({
	...(name ? locateName(tree, path) : locate(tree, path)),
	message,
	help,
});

function refuse(
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

// Drops findings about values that an earlier finding already refused: a placeholder has taken their place.
function dropExplained(findings: readonly Finding[], earlier: readonly Finding[]): readonly Finding[] {
	const refusedStarts = earlier.map(({ start }) => start).sort((a, b) => a - b);
	let next = 0;
	return [...findings]
		.sort((a, b) => a.start - b.start)
		.filter(({ start, end }) => {
			while ((refusedStarts[next] ?? Number.POSITIVE_INFINITY) < start) next += 1;
			return (refusedStarts[next] ?? Number.POSITIVE_INFINITY) >= Math.max(end, start + 1);
		});
}
