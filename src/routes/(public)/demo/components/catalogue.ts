import { m } from '$lib/paraglide/messages';

/** A component of `src/lib/ui`, by the name of its file, and when to use it. */
type Entry = { readonly name: string; readonly when: () => string };
type Part = { readonly id: string; readonly title: () => string; readonly components: readonly Entry[] };

/** Every component of `src/lib/ui`, in the parts in which the pages show them. */
export const parts = [
	{
		id: 'frame',
		title: m.components_part_frame,
		components: [
			{ name: 'SiteHeader', when: m.component_site_header },
			{ name: 'AccountLinks', when: m.component_account_links },
			{ name: 'LanguageSwitch', when: m.component_language_switch },
			{ name: 'SiteFooter', when: m.component_site_footer },
			{ name: 'Breadcrumbs', when: m.component_breadcrumbs },
			{ name: 'PageHead', when: m.component_page_head },
			{ name: 'StaffPlaces', when: m.component_staff_places },
			{ name: 'Pagination', when: m.component_pagination },
			{ name: 'DemoMailHint', when: m.component_demo_mail_hint }
		]
	},
	{
		id: 'notes',
		title: m.components_part_notes,
		components: [
			{ name: 'Callout', when: m.component_callout },
			{ name: 'Card', when: m.component_card },
			{ name: 'Tag', when: m.component_tag },
			{ name: 'SyntheticMark', when: m.component_synthetic_mark },
			{ name: 'EmptyState', when: m.component_empty_state },
			{ name: 'Lines', when: m.component_lines }
		]
	},
	{
		id: 'progress',
		title: m.components_part_progress,
		components: [
			{ name: 'Timeline', when: m.component_timeline },
			{ name: 'StepIndicator', when: m.component_step_indicator },
			{ name: 'ProgressTo', when: m.component_progress_to },
			{ name: 'HouseGlyph', when: m.component_house_glyph },
			{ name: 'HouseShape', when: m.component_house_shape },
			{ name: 'Houses', when: m.component_houses },
			{ name: 'HouseSymbols', when: m.component_house_symbols },
			{ name: 'HousesLegend', when: m.component_houses_legend }
		]
	},
	{
		id: 'tables',
		title: m.components_part_tables,
		components: [
			{ name: 'DataTable', when: m.component_data_table },
			{ name: 'FileColumns', when: m.component_file_columns }
		]
	},
	{
		id: 'fields',
		title: m.components_part_fields,
		components: [
			{ name: 'TextField', when: m.component_text_field },
			{ name: 'TextArea', when: m.component_text_area },
			{ name: 'SelectField', when: m.component_select_field },
			{ name: 'DateField', when: m.component_date_field },
			{ name: 'MoneyField', when: m.component_money_field },
			{ name: 'FileField', when: m.component_file_field },
			{ name: 'Field', when: m.component_field },
			{ name: 'FieldGroup', when: m.component_field_group }
		]
	},
	{
		id: 'forms',
		title: m.components_part_forms,
		components: [
			{ name: 'RadioGroup', when: m.component_radio_group },
			{ name: 'CheckboxGroup', when: m.component_checkbox_group },
			{ name: 'Checkbox', when: m.component_checkbox },
			{ name: 'Button', when: m.component_button },
			{ name: 'ActionForm', when: m.component_action_form },
			{ name: 'GivenBack', when: m.component_given_back },
			{ name: 'StaleNotice', when: m.component_stale_notice },
			{ name: 'ChooseVersion', when: m.component_choose_version },
			{ name: 'VersionNote', when: m.component_version_note },
			{ name: 'ErrorSummary', when: m.component_error_summary },
			{ name: 'Doubts', when: m.component_doubts },
			{ name: 'Enrolment', when: m.component_enrolment }
		]
	},
	{
		id: 'homes',
		title: m.components_part_homes,
		components: [
			{ name: 'DwellingFacts', when: m.component_dwelling_facts },
			{ name: 'DwellingMeasures', when: m.component_dwelling_measures },
			{ name: 'DwellingStory', when: m.component_dwelling_story },
			{ name: 'DwellingTable', when: m.component_dwelling_table },
			{ name: 'DwellingList', when: m.component_dwelling_list },
			{ name: 'DwellingFilters', when: m.component_dwelling_filters }
		]
	},
	{
		id: 'register',
		title: m.components_part_register,
		components: [
			{ name: 'RegisterForm', when: m.component_register_form },
			{ name: 'RegisterEdit', when: m.component_register_edit }
		]
	},
	{
		id: 'places',
		title: m.components_part_places,
		components: [
			{ name: 'OfferStory', when: m.component_offer_story },
			{ name: 'PlacePanel', when: m.component_place_panel },
			{ name: 'FindRequest', when: m.component_find_request },
			{ name: 'Wishes', when: m.component_wishes },
			{ name: 'RoundFiles', when: m.component_round_files },
			{ name: 'Changes', when: m.component_changes },
			{ name: 'HeldReasons', when: m.component_held_reasons },
			{ name: 'TallyLine', when: m.component_tally_line },
			{ name: 'Hashes', when: m.component_hashes }
		]
	},
	{
		id: 'accessibility',
		title: m.components_part_accessibility,
		components: [
			{ name: 'AccessClass', when: m.component_access_class },
			{ name: 'FitPoints', when: m.component_fit_points },
			{ name: 'PointList', when: m.component_point_list },
			{ name: 'RouteSteps', when: m.component_route_steps }
		]
	},
	{
		id: 'household',
		title: m.components_part_household,
		components: [
			{ name: 'FactField', when: m.component_fact_field },
			{ name: 'FactFields', when: m.component_fact_fields },
			{ name: 'DisabilityFields', when: m.component_disability_fields },
			{ name: 'ChangeFields', when: m.component_change_fields },
			{ name: 'ChangeStory', when: m.component_change_story },
			{ name: 'DoubtNotes', when: m.component_doubt_notes },
			{ name: 'IncomeFields', when: m.component_income_fields },
			{ name: 'SpanFields', when: m.component_span_fields },
			{ name: 'CircumstanceFields', when: m.component_circumstance_fields },
			{ name: 'SafeFirst', when: m.component_safe_first },
			{ name: 'ContactDoubts', when: m.component_contact_doubts },
			{ name: 'NewsFields', when: m.component_news_fields },
			{ name: 'PersonCard', when: m.component_person_card },
			{ name: 'GivenYeses', when: m.component_given_yeses }
		]
	},
	{
		id: 'listings',
		title: m.components_part_listings,
		components: [
			{ name: 'AddressFields', when: m.component_address_fields },
			{ name: 'MeasureFields', when: m.component_measure_fields },
			{ name: 'Steps', when: m.component_steps },
			{ name: 'ListingFacts', when: m.component_listing_facts },
			{ name: 'ListingTimeline', when: m.component_listing_timeline },
			{ name: 'Conditions', when: m.component_conditions },
			{ name: 'ProposalState', when: m.component_proposal_state }
		]
	},
	{
		id: 'rent',
		title: m.components_part_rent,
		components: [
			{ name: 'RentResult', when: m.component_rent_result },
			{ name: 'AgencyGives', when: m.component_agency_gives },
			{ name: 'ContractFields', when: m.component_contract_fields },
			{ name: 'ElementFields', when: m.component_element_fields },
			{ name: 'MarketTable', when: m.component_market_table },
			{ name: 'AgreementTerm', when: m.component_agreement_term },
			{ name: 'RentSources', when: m.component_rent_sources }
		]
	},
	{
		id: 'programme',
		title: m.components_part_programme,
		components: [
			{ name: 'AboutProgramme', when: m.component_about_programme },
			{ name: 'HouseGroups', when: m.component_house_groups },
			{ name: 'IndicatorTable', when: m.component_indicator_table },
			{ name: 'ObservationTable', when: m.component_observation_table },
			{ name: 'OperationTable', when: m.component_operation_table },
			{ name: 'Proofs', when: m.component_proofs },
			{ name: 'SourceLink', when: m.component_source_link },
			{ name: 'SourceList', when: m.component_source_list },
			{ name: 'StatementList', when: m.component_statement_list }
		]
	},
	{
		id: 'rules',
		title: m.components_part_rules,
		components: [
			{ name: 'RequirementList', when: m.component_requirement_list },
			{ name: 'RequirementResults', when: m.component_requirement_results },
			{ name: 'ExampleValues', when: m.component_example_values },
			{ name: 'ScoreLines', when: m.component_score_lines },
			{ name: 'ComparedPoints', when: m.component_compared_points },
			{ name: 'ContestStory', when: m.component_contest_story }
		]
	},
	{
		id: 'survey',
		title: m.components_part_survey,
		components: [
			{ name: 'MeasureField', when: m.component_measure_field },
			{ name: 'Sure', when: m.component_sure },
			{ name: 'RouteFields', when: m.component_route_fields },
			{ name: 'SurveyWho', when: m.component_survey_who },
			{ name: 'SurveyForm', when: m.component_survey_form },
			{ name: 'SurveyPage', when: m.component_survey_page },
			{ name: 'PhotoForm', when: m.component_photo_form },
			{ name: 'Photos', when: m.component_photos },
			{ name: 'Outbox', when: m.component_outbox },
			{ name: 'Waiting', when: m.component_waiting }
		]
	}
] as const satisfies readonly Part[];

export type PartId = (typeof parts)[number]['id'];

export const partNamed = (id: string) => parts.find((part) => part.id === id);
