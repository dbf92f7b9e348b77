export {
  borrowerOf,
  type CompanyList,
  companyNamed,
  type ListedCompany,
  ListedCompanySchema,
  MOST_COMPANIES,
  plainName,
} from './company.ts';
export { type LineProblem, type ParsedCompanies, parseCompanies } from './csv.ts';
export { COMPANY_LIMITS, type CompanyTexts, type FieldProblem, type ParsedCompany, parseCompany } from './fields.ts';
export {
  type KeptCompanies,
  KeptCompanySchema,
  type ListChange,
  withCompany,
  withEdited,
  withImported,
  withoutCompany,
} from './kept-list.ts';
export type { CompanyListEffect } from './list-effect.ts';
export { type CompanyEffect, hasRefinements, type PortfolioEffect, portfolioEffect } from './portfolio.ts';
