import type { ScenarioDocument } from '../../../src/content/index.js';
import { loadDocument } from '../load-helpers.js';

/**
 * Scenario of the lesson. Its own mix keeps the limit on resolution; everything small breaches it. Its weekly volume is
 * not measured.
 */
const DESK = `id: desk
title: A desk
summary: Two segments.
source: Illustrative.
prices:
  small: { input: 0.5, cachedInput: 0.25, output: 1.5 }
  strong: { input: 10, cachedInput: 5, output: 30 }
tokens: { fresh: 2000, cached: 0, output: 400 }
segments:
  - id: faq
    name: FAQ answer
    share: 0.75
    risk: low
    easyShare: 0.92
    strongOnEasy: 0.99
    strongOnHard: 0.84
    observed: { routedSmall: 0.6, smallSuccess: 0.96, escalationRate: 0.03 }
    labels: 2400
  - id: refund
    name: Refund dispute
    share: 0.25
    risk: medium
    routedSmall: 0.1
    easyShare: 0.66
    strongOnEasy: 0.99
    strongOnHard: 0.84
    observed: { routedSmall: 0.61, smallSuccess: 0.81, escalationRate: 0.16 }
    labels: 600
strongDetection: 0.8
latency:
  measures: full answer
  small: { p50: 700, p95: 1600 }
  strong: { p50: 1900, p95: 4800 }
guardrails:
  - metric: resolution
    atLeast: -0.02
    relativeTo: baseline
    owner: product
    action: Put the old mix back.
weeks:
  - week: 30
    label: Before
    set: { segments.faq.routedSmall: 0 }
  - week: 31
    label: After
    set: { segments.faq.routedSmall: 0.6 }
states:
  - id: all-small
    name: Everything small
    set: { segments.faq.routedSmall: 1, segments.refund.routedSmall: 1 }
  - id: mended
    name: Refunds strong
    from: all-small
    set: { segments.refund.override: strong }
`;

const ARTIFACT = `artifact:
  title: As first seen
  columns: [segment, small]
  rows:
    - [FAQ, 60%]
`;

/** The scenario with an artifact. */
const desk: ScenarioDocument = loadDocument(DESK + ARTIFACT);

/** The scenario without artifact, weeks and states. */
const bare: ScenarioDocument = loadDocument(DESK.replace('id: desk', 'id: bare').replace(/weeks:.*/s, ''));

/** Finds one of the two scenarios by id. */
export const scenarios = (id: string): ScenarioDocument | null =>
	[desk, bare].find(({ scenario }) => scenario.id === id) ?? null;

/** A small valid lesson in which tests break one thing. Tests depend on its line numbers. */
export const LESSON = `---
id: two-lanes
title: Two lanes
part: The opening
minutes: 4
scenario: desk
start: all-small
teaches: [O0, O1]
revisits: [F1]
---

Everything rides the [small lane](term:small-lane) now, and {{resolution}} were resolved before.

\`\`\`evidence
artifact: true
show: [segments, verdict]
states: [own]
figures: [resolution, silent refund]
\`\`\`

Guess first, at [the same desk](scenario:desk), as in [this lesson](lesson:two-lanes).

\`\`\`predict
id: how-many
ask: All strong, {{resolution @baseline}} are resolved. And now?
metric: resolution
segment: refund
\`\`\`

\`\`\`reveal
text: |
  It is **{{resolution refund @all-small}}**,
  and [here](https://example.org/why) is why.
\`\`\`

\`\`\`predict
id: which-first
ask: Which lane fails first?
choices: [the small one, the strong one, both at once]
answer: 1
state: mended
change: { segments.faq.routedSmall: 0.9 }
\`\`\`

\`\`\`reveal
after: which-first
text: Never the strong one.
\`\`\`

\`\`\`text
faq -> small
\`\`\`

\`\`\`challenge
id: bring-it-back
goal: Bring resolution back to within two points of all strong.
conditions:
  - { metric: resolution, against: baseline, atLeast: -0.02 }
  - { input: segments.faq.routedSmall, atLeast: 0.5 }
hints:
  - Look at [refunds](term:segment) first.
  - Send every refund strong, and half of FAQ.
solution:
  segments.refund.override: strong
  segments.faq.routedSmall: 0.5
after: No refund rides small.
\`\`\`

That was {{silent refund @all-small vs own}} of it.

\`\`\`workbench
inputs: [segments.refund.routedSmall, threshold]
figures: [saving]
\`\`\`
`;

/** Replaces one text in LESSON; throws unless it occurs exactly once. */
export function replaceInLesson(from: string, to: string): string {
	if (LESSON.split(from).length !== 2) throw new Error(`not exactly once in the lesson: ${from}`);
	return LESSON.replace(from, () => to);
}

/** Builds a lesson on the bare scenario. Without extra `head` lines, its body starts on line 8. */
export const bareLesson = (body: string, head = ''): string =>
	`---\nid: short\ntitle: Short\npart: The opening\nminutes: 1\nscenario: bare\n${head}---\n${body}`;
