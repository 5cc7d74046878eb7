export const interpreter = {} as const;
