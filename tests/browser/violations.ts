import type { BrowserContext } from '@playwright/test';

/**
 * What the pages of a context do, from now on, that their Content-Security-Policy or Trusted Types
 * refuse: `directive: what was refused (a sample)`, in order. Frames count with their page.
 */
export async function watchViolations(context: BrowserContext): Promise<string[]> {
	const violations: string[] = [];
	await context.exposeBinding('__violation', (_, violation: string) => {
		violations.push(violation);
	});
	await context.addInitScript(() => {
		document.addEventListener(
			'securitypolicyviolation',
			({ effectiveDirective, blockedURI, sample }) => {
				const { __violation } = window as unknown as { __violation: (said: string) => void };
				__violation(`${effectiveDirective}: ${blockedURI}${sample && ` (${sample})`}`);
			}
		);
	});
	return violations;
}
