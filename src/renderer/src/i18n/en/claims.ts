/** The table of claims, the filter, issues against stances. */
export const claims = {
  "claims.name": "Claims",
  "claims.claim": "Claim",
  "claims.issueAndStance": "Issue and stance",
  "claims.actor": "Actor",
  "claims.paper": "Paper",
  "filter.name": "Filter claims",
  "filter.words": "Words",
  "filter.issue": "Issue",
  "filter.stance": "Stance",
  "filter.actor": "Actor",
  "filter.all": "{name}: all",
  "filter.hiding": "{shown, number} of {all, number} shown",
  "filter.count": "{count, plural, one {# annotation} other {# annotations}}",
  "filter.showAll": "Show all",
  "matrix.name": "Issues × stances",
  "matrix.issue": "Issue",
} as const;
