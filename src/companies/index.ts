export { type CompanyList, companyNamed, type ListedCompany, MOST_COMPANIES, plainName } from './company.ts';
export { type LineProblem, parseCompanies } from './csv.ts';
export { COMPANY_LIMITS, type CompanyTexts, type FieldProblem, parseCompany } from './fields.ts';
export {
  type CompanyListEffect,
  type KeptCompanies,
  KeptCompanySchema,
  type ListChange,
  withCompany,
  withEdited,
  withImported,
  withoutCompany,
} from './kept-list.ts';
export { type CompanyEffect, type PortfolioEffect, portfolioEffect } from './portfolio.ts';
