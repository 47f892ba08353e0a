/** The one environment there is. */
export const environmentId = 'env_sandbox';

/** The one type of accounts there is. */
export const accountTypeId = 'acttp_sandbox';
