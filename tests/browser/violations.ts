import type { BrowserContext } from '@playwright/test';

/**
 * Records what the Content-Security-Policy or Trusted Types refuse in the pages of a context, from
 * now on: `directive: what was refused (a sample)`, in order, including frames.
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
