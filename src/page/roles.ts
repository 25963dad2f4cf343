import type { Role } from './model';

/** Every role that the lines of a page can have. */
export const ROLES: readonly Role[] = [
  'headline',
  'kicker',
  'deck',
  'subhead',
  'byline',
  'body',
  'caption',
  'credit',
  'furniture',
];

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
