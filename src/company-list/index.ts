export { COMPANY_FORM, listErrors, parseCompanyForm, renderCompanyForm } from './form.ts';
export { checkImport, IMPORT_FORM, pastedTable, renderImportForm } from './import-form.ts';
export {
  type CompanyAction,
  type CompanyNotice,
  companiesAtHome,
  companyActionOf,
  companyButton,
  renderCompanyForTerminal,
  renderCompanyHelp,
  renderCompanyList,
  renderCompanyNotice,
} from './message.ts';
