import { assumptionsSection } from './assumptions.js';
import { changeSection } from './change.js';
import { commandLine } from './command-line.js';
import { confusionSection } from './confusion.js';
import { costSection } from './cost.js';
import { curveSection } from './curve.js';
import { templateCommand } from './from-template.js';
import { guardrailsSection, triggerSection } from './guardrails.js';
import { reviewHead } from './head.js';
import type { ReviewFacts, ReviewModel, ReviewSection } from './model.js';
import { words } from './parts.js';
import { pressureSection } from './pressure.js';
import { questionsSection } from './questions.js';
import { slicesSection } from './slices.js';

/** The artifact for a design review, in its order; what is not known says so. */
export function reviewModel(facts: ReviewFacts): ReviewModel {
	return {
		...reviewHead(facts),
		sections: [
			changeSection(facts),
			slicesSection(facts),
			costSection(facts),
			confusionSection(facts),
			pressureSection(facts),
			guardrailsSection(facts),
			triggerSection(facts),
			curveSection(facts),
			assumptionsSection(facts),
			questionsSection(facts),
			reproduceSection(facts),
		],
	};
}

function reproduceSection(facts: ReviewFacts): ReviewSection {
	const others = templateCommand(facts);
	return {
		id: 'reproduce',
		title: 'Reproduce these numbers',
		parts: [
			{ kind: 'command', command: commandLine(facts) },
			words('With --format json behind it, every figure is printed unrounded.'),
			...(facts.worksheet === null
				? []
				: [words('That reads the worksheet, a file that goes with this page; guardrails and words stand in it.')]),
			...(others === null
				? []
				: [words('The same metrics without it:'), { kind: 'command', command: others } as const]),
		],
	};
}
