declare module 'virtual:scenarios' {
	/** The shipped scenarios in catalogue order, checked and compiled at build time (build/scenarios.ts). */
	const scenarios: readonly import('../src/content/index.js').ScenarioDocument[];
	export default scenarios;
}
