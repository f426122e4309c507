/**
 * `npm run fuzz`: asks the mock-up what nobody planned, 20,000 times. `-- --calls 500000 --seed 7`
 * asks more, or other things. Prints what went wrong with the call that did it, and ends with a line
 * of totals; the exit code is 1 if anything went wrong.
 */

import { parseArgs } from 'node:util';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { oddCall, randomFrom } from './calls';
import { wrongWith } from './check-call';

/** After so many calls there is another mock-up, or what was reported would outgrow what is asked. */
const EACH = 2_000;

/** After so many faults no more are looked for. */
const ENOUGH = 20;

const { values } = parseArgs({
	options: { calls: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } }
});
const [calls, seed] = [Number(values.calls), Number(values.seed)];
if (!Number.isInteger(calls) || calls < 1 || !Number.isInteger(seed)) {
	console.error('--calls takes a whole number from 1, --seed any whole number.');
	process.exit(2);
}

const random = randomFrom(seed);
let mockUp = createMockUp();
let asked = 0;
const faults: string[] = [];
while (asked < calls && faults.length < ENOUGH) {
	if (asked % EACH === 0) mockUp = createMockUp();
	const call = oddCall(random);
	const wrong = await wrongWith(mockUp, call);
	asked += 1;
	if (wrong) {
		faults.push(wrong);
		console.log(`call ${asked} of seed ${seed}: ${wrong}\n${JSON.stringify(call)}\n`);
	}
}
console.log(`${asked - faults.length} passed, ${faults.length} failed`);
process.exitCode = faults.length > 0 ? 1 : 0;
