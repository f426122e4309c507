/** Fields that an error does not have; a record with one of them may also have code and description. */
export const NOT_OF_ERRORS: readonly string[] = [
	...['service_request_id', 'token', 'service_code', 'service_name'],
	...['attributes', 'variable', 'datatype', 'endpoints']
];
