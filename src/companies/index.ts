export {
  borrowerOf,
  type Company,
  type CompanyList,
  CompanySchema,
  companyNamed,
  MOST_COMPANIES,
  plainName,
} from './company.ts';
export { type LineProblem, type ReadCompanies, readCompanies } from './csv.ts';
export { type CompanyEffect, hasRefinements, type PortfolioEffect, portfolioEffect } from './portfolio.ts';
