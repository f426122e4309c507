/** Whether a text is a command of curl or PowerShell rather than an address. */
export const isCommand = (text: string) =>
	/^\s*(?:[$>]\s*)?(?:curl(?:\.exe)?|invoke-webrequest|invoke-restmethod|iwr|irm)\s/i.test(text);
