/** Fields of other records, which may have the code and the description of an error besides. */
export const NOT_OF_ERRORS: readonly string[] = [
	...['service_request_id', 'token', 'service_code', 'service_name'],
	...['attributes', 'variable', 'datatype', 'endpoints']
];
