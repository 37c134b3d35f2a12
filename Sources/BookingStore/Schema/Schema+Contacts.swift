extension Schema {
    /// When somebody made contact outside the calls (KT-11, CL-16), the ninth item of PHQ-9 at a contact (BK-12), and
    /// the share of first appointments of an assessment week that was declared with one (PO-1).
    static let version12 = """
        ALTER TABLE episodes ADD COLUMN last_heard INTEGER;
        ALTER TABLE appointments ADD COLUMN item_nine INTEGER;
        ALTER TABLE assessment_weeks ADD COLUMN first_share REAL;
        """
}
