/** How many findings of one rule get fixes that take time to make: nobody reads further. */
export const fixLimit = 100;
