/**
 * Milliseconds of processor time that this process has had so far, in all its threads. Unlike a clock it
 * stands still while other programs have the machine.
 */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}
