// The roles that a grant can give; a test holds them to content/access/roles.toml.
export const ROLES = [
  'registration_clerk', 'cp_caseworker', 'gbv_caseworker', 'ct_caseworker', 'mhpss_provider', 'legal_officer', 'resettlement_officer',
  'supervisor', 'gbv_supervisor', 'ct_supervisor', 'mhpss_supervisor', 'movement_officer', 'site_manager', 'tracing_officer',
  'data_officer', 'dp_focal', 'psea_focal', 'admin', 'auditor',
] as const;
